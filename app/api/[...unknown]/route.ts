import { refuse } from "../_http/refuse";

const answer = (): Response => refuse("unknown-address");

/** An address that the server does not have is told in JSON, as every failure of a call. */
export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
