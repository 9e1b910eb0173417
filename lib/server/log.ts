import pino from "pino";

/**
 * Operating messages, as JSON lines on stderr: stdout belongs to the command line. Never log what a learner answered,
 * a password, a token or an email.
 */
export const log = pino(
  {
    base: null,
    level: process.env.NODE_ENV === "test" ? "silent" : "info",
    timestamp: pino.stdTimeFunctions.isoTime,
  },
  pino.destination({ fd: 2, sync: true }),
);
