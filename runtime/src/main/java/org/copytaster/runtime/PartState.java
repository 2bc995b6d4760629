package org.copytaster.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a part is that a service needs to do its work, be it the broker or its own work.
 *
 * @param part what it is called in metrics and health answers, for instance {@code broker}
 * @param good whether it lets the service work
 * @param since when it began to be so, as far as this process has seen
 * @param why what is wrong, in words that quote no copy; null while it is good
 */
public record PartState(String part, boolean good, Instant since, @Nullable String why) {}
