import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addressIn } from "./address-in";
import { readRequest } from "./read-request";

const form = z.object({ revision: z.int() });
const json = { "content-type": "application/json", host: "epoch.example" };
const send = (headers: Record<string, string>, body = '{"revision":1}') =>
  readRequest(new Request("http://epoch.example/api", { method: "POST", headers, body }), form);

describe("a request that changes something", () => {
  it.each([
    {},
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: "http://epoch.example" },
  ])("is taken from this site or a script: %j", async (headers) => {
    expect(await send({ ...json, ...headers })).toEqual({ ok: true, value: { revision: 1 } });
  });

  it.each([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://evil.example" },
    { origin: "null" },
  ])("is refused from elsewhere: %j", async (headers) => {
    expect(await send({ ...json, ...headers })).toEqual({ ok: false, error: { kind: "forbidden" } });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])(
    "is never %s",
    async (type) => {
      expect(await send({ ...json, "content-type": type })).toEqual({
        ok: false,
        error: { kind: "bad-request" },
      });
    },
  );

  it("must be JSON of the expected form and of a sane size", async () => {
    expect(await send(json, "{")).toEqual({ ok: false, error: { kind: "bad-request" } });
    expect(await send(json, '{"revision":"1"}')).toEqual({ ok: false, error: { kind: "bad-request" } });
    expect(await send(json, " ".repeat(20_000))).toEqual({ ok: false, error: { kind: "too-large" } });
  });
});

describe("the address of a visitor", () => {
  it("is the nearest one that was seen, or unknown", () => {
    expect(addressIn("198.51.100.7, 192.0.2.1")).toBe("192.0.2.1");
    expect(addressIn(undefined)).toBeNull();
    expect(addressIn("")).toBeNull();
  });
});
