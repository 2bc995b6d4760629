package org.copytaster.tagging.entity.find;

import java.util.List;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;

/** The tokens of one paragraph and what it is. */
public record Passage(List<Token> tokens, Zone zone) {}
