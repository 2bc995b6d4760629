package org.copytaster.enrich.entity;

import java.util.List;
import org.copytaster.enrich.text.Token;
import org.copytaster.enrich.text.Zone;

/** The tokens of one paragraph and what it is. */
record Passage(List<Token> tokens, Zone zone) {}
