import { measureQueue } from "./e2e/bench/queue-speed";
for (const l of [1, 10, 100]) { console.log(JSON.stringify(await measureQueue(l))); }
