package org.copytaster.tagging.entity;

import java.util.List;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;

/** The tokens of one paragraph and what it is. */
record Passage(List<Token> tokens, Zone zone) {}
