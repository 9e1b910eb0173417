/**
 * The process that a fit runs in, started by the server with a learner and a kind of cards. It only reads, tells its
 * parent how far it is and what came out, and ends when the parent does.
 */
import { asId, type UserId } from "@/lib/core/ids";
import type { WeightsKind } from "@/lib/core/study/study-rules";
import { fitWeights } from "@/lib/server/fit/fit-weights";
import { theStore } from "@/lib/server/store";

const [userId = "", kind = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit(1));
const tell = (message: object) => process.send?.(message);
const outcome = await fitWeights(asId<UserId>(userId), kind as WeightsKind, (share) => tell({ share }));
await theStore().close();
process.send?.({ outcome }, () => process.exit(0));
