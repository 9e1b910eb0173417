/** What a learner may set of the scheduler, and the memory model that follows from it. */
import { default_w, FSRSAlgorithm } from "ts-fsrs";

export interface Scheduling {
  /** The 21 weights of FSRS-6. */
  weights: readonly number[];
  /** Chance of recall at which a card is asked for again, 0.70 to 0.99. */
  retention: number;
  /** Delays in seconds between the first sights of a card, and after a lapse. */
  learningSteps: readonly number[];
  relearningSteps: readonly number[];
  maximumDays: number;
  /** Whether days are moved a little, so that cards learned together do not return together. */
  fuzz: boolean;
  /** Lapses at which a card is called a leech for the first time; 0 never. */
  leechAt: number;
}

export const usualScheduling: Scheduling = {
  weights: default_w,
  retention: 0.9,
  learningSteps: [60, 600],
  relearningSteps: [600],
  maximumDays: 36_500,
  fuzz: true,
  leechAt: 8,
};

const oldDecay = 0.5;

/**
 * Weights of FSRS-4.5 (17) and FSRS-5 (19) as those of FSRS-6, with their own decay and without the later same-day
 * terms; null for any other number of weights. Formulas: the migration published with fsrs-rs.
 */
export function migrateWeights(weights: readonly number[]): number[] | null {
  if (!weights.every(Number.isFinite)) return null;
  if (weights.length === 21) return [...weights];
  if (weights.length === 19) return [...weights, 0, oldDecay];
  if (weights.length !== 17) return null;
  const [w4 = 0, w5 = 0, w6 = 0] = weights.slice(4, 7);
  return [
    ...weights.slice(0, 4),
    2 * w5 + w4,
    Math.log(3 * w5 + 1) / 3,
    w6 + 0.5,
    ...weights.slice(7),
    0,
    0,
    0,
    oldDecay,
  ];
}

class Model extends FSRSAlgorithm {
  constructor({ weights, retention, maximumDays }: Scheduling) {
    super({
      w: [...weights],
      request_retention: retention,
      maximum_interval: maximumDays,
      enable_fuzz: false,
    });
    const w = [...this.param.w];
    if (weights[19] === 0) w[19] = 0;
    // The library reads its settings through a proxy, several times in each step: plain ones halve the time.
    this.param = { ...this.param, w };
  }
}

const models = new WeakMap<Scheduling, FSRSAlgorithm>();

/** The library's model with these weights as they are: it would lift the same-day exponent of migrated ones off 0. */
export function modelOf(scheduling: Scheduling): FSRSAlgorithm {
  const known = models.get(scheduling);
  if (known) return known;
  const model = new Model(scheduling);
  models.set(scheduling, model);
  return model;
}

/** Whether a card that has lapsed so often is pointed out now: at the threshold, then at every half of it, rounded up. */
export function isLeech(lapses: number, threshold: number): boolean {
  if (threshold === 0 || lapses < threshold) return false;
  return (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
}
