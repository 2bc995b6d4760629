package org.copytaster.standalone.authority;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What can be done with authority lists. */
@Command(
    name = "authority",
    mixinStandardHelpOptions = true,
    description = "Make and check the lists of names that a house links entities to.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ImportCommand.class, CheckCommand.class, HelpCommand.class})
public final class AuthorityCommand {}
