/**
 * Loaded into a server before its own program: its clock is that of the machine and so many milliseconds more, as the file
 * named by E2E_CLOCK says, which may change at any time.
 */
import { readFileSync } from "node:fs";

const file = process.env.E2E_CLOCK;
const Real = Date;
let moved = 0;
const read = () => {
  moved = Number(readFileSync(file, "utf8"));
};
read();
setInterval(read, 50).unref();

const now = () => Real.now() + moved;
globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  get: (target, name, made) => (name === "now" ? now : Reflect.get(target, name, made)),
});
