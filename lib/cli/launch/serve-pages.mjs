/** The process of the web server: Next behind an HTTP server that says truly which address a request comes from. */
import { createServer } from "node:http";
import next from "next";

const { HOST: hostname, PORT, EPOCH_DEV } = process.env;
const port = Number(PORT);
const app = next({ dev: EPOCH_DEV === "1", hostname, port });
await app.prepare();
const handle = app.getRequestHandler();

/** A proxy on this machine is believed; whoever comes from elsewhere could write anything into the header. */
const isOwnProxy = (address) => address === "::1" || /^(?:::ffff:)?127\./.test(address);

/** An address with half an escape in it cannot be decoded; the router would fail on it instead of finding nothing. */
function isReadable(url) {
  try {
    decodeURIComponent(url.split("?")[0]);
    return true;
  } catch {
    return false;
  }
}

createServer((request, response) => {
  if (!isReadable(request.url)) request.url = "/no-such-address";
  const address = request.socket.remoteAddress ?? "";
  if (!isOwnProxy(address)) request.headers["x-forwarded-for"] = address;
  handle(request, response);
}).listen(port, hostname);
