/** Refuses a PORT or HOST that cannot be used before any long step is begun. */
import { createServer } from "node:net";

/** Ends the process with one sentence if the address is not a number in range or is taken. */
export async function checkAddress() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    refuse(`PORT must be a whole number from 1 to 65535, but is "${text}".`);
  }
  const host = process.env.HOST || "127.0.0.1";
  const problem = await new Promise((resolve) => {
    const probe = createServer().on("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (problem === undefined) return;
  if (problem.code === "EADDRINUSE") {
    refuse(
      `Port ${port} on ${host} is taken by another program: stop that one or set PORT to another number.`,
    );
  }
  refuse(
    `Epoch cannot listen on ${host}, port ${port} (${problem.code}): set HOST and PORT to an address of this machine.`,
  );
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
