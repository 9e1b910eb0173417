import { expect, it } from "vitest";
import * as route from "./route";

it.each(Object.entries(route))(
  "an address that the server does not have is refused in JSON: %s",
  async (_, answer) => {
    const reply = answer();
    expect(reply.status).toBe(404);
    expect(await reply.json()).toEqual({
      error: { kind: "unknown-address", message: "There is no such address." },
    });
  },
);
