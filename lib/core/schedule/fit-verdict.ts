/** Decides whether fitted weights take the place of those in use. */

/** Fewer reviews than this say too little about a memory. */
export const leastItems = 400;
/** Earlier share of the reviews that weights are fitted to; the later rest judges them. */
export const trainShare = 0.8;

/** Mean log loss of one and the same reviews, foretold by three sets of weights. */
export interface Losses {
  /** Those in use so far. */
  before: number;
  usual: number;
  fitted: number;
}

/** They do when they foretold the later reviews better than the ones in use, and than the usual ones too. */
export const isBetter = ({ before, usual, fitted }: Losses): boolean => fitted < before && fitted < usual;
