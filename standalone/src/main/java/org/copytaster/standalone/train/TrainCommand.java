package org.copytaster.standalone.train;

import picocli.CommandLine.Command;

/** Makes the models that come with the program. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train a model again from labelled data.",
    synopsisSubcommandLabel = "MODEL",
    subcommands = {
      TrainEntitiesCommand.class,
      ExamplesCommand.class,
      TrainPagesCommand.class,
      TrainZonesCommand.class
    })
public final class TrainCommand {}
