// Moments that neither a clock set back nor a machine that slept can make look recent.
export const moment = () => ({ date: Date.now(), run: performance.now() });

/** Milliseconds since a moment, by whichever clock says more. */
export const elapsed = (since) => Math.max(Date.now() - since.date, performance.now() - since.run);
