/** Fits one learner's note cards in a process of its own, as the server does, and writes what it took to stdout. */
import { asId, type UserId } from "@/lib/core/ids";
import { fitWeights } from "@/lib/server/fit/fit-weights";
import { theStore } from "@/lib/server/store";

const [userId = ""] = process.argv.slice(2);
const began = performance.now();
const outcome = await fitWeights(asId<UserId>(userId), "notes", () => {});
const seconds = (performance.now() - began) / 1000;
await theStore().close();
if (!outcome.ok) throw new Error(`one-fit: ${outcome.error.kind}`);
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ reviews: outcome.value.reviews, seconds, peakMb: maxRSS / 1024 }));
