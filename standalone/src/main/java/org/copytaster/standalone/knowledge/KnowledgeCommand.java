package org.copytaster.standalone.knowledge;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What can be done with tables of those who are known by id. */
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    description = "Make and check compact tables of people, organisations and places with ids.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {KnowledgeImportCommand.class, KnowledgeCheckCommand.class, HelpCommand.class})
public final class KnowledgeCommand {}
