/** Decides whether rules and weights that were stored as JSON can still be followed. */
import { z } from "zod";
import { dayLoads } from "../schedule/load-balance";
import { migrateWeights } from "../schedule/scheduling";
import { mixes, newOrders, type OwnWeights, reviewOrders, type StudyRules } from "./study-rules";

const steps = z.array(z.number().positive());
const rules = z.object({
  retention: z.number().min(0.7).max(0.99),
  learningSteps: steps,
  relearningSteps: steps,
  maximumDays: z.int().min(1).max(36_500),
  leechAt: z.int().min(0),
  leechAction: z.enum(["tag", "suspend"]),
  newOrder: z.enum(newOrders),
  reviewOrder: z.enum(reviewOrders),
  newMix: z.enum(mixes),
  learningMix: z.enum(mixes),
  newBeyondReviews: z.boolean(),
  buryNew: z.boolean(),
  buryReviews: z.boolean(),
  buryLearning: z.boolean(),
  balancesLoad: z.boolean(),
  easyDays: z.array(z.enum(dayLoads)).length(7),
  showsTimer: z.boolean(),
}) satisfies z.ZodType<StudyRules>;
const vector = z.array(z.number()).refine((weights) => migrateWeights(weights) !== null);
const weights = z.object({ notes: vector, skills: vector }) satisfies z.ZodType<Required<OwnWeights>>;

/** Whether this JSON text holds rules that the scheduler can follow; a rule that it does not know is no harm. */
export const areRulesReadable = (json: string): boolean => isReadable(rules.partial(), json);

/** Whether this JSON text holds weights of a memory model, 17, 19 or 21 of a kind. */
export const areWeightsReadable = (json: string): boolean => isReadable(weights.partial(), json);

function isReadable(form: z.ZodType, json: string): boolean {
  try {
    return form.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}
