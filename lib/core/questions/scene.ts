/** What a stage draws after the answer. Every number in it comes from the run. */
import type { CandidatesScene, ConvolutionScene, KernelsScene, PaddingsScene } from "./scenes/convolution";
import type { EffectiveRatesScene } from "./scenes/effective-rates";
import type { InfluenceScene, ReceptiveFieldScene } from "./scenes/influence";
import type { LinesScene } from "./scenes/lines";
import type { FlattenScene, NetworkScene, ShuffleScene, WeightsScene } from "./scenes/network";
import type { PathsScene } from "./scenes/paths";
import type { PoolingScene, ShiftScene } from "./scenes/pooling";

export type Scene =
  | ConvolutionScene
  | PaddingsScene
  | CandidatesScene
  | KernelsScene
  | PoolingScene
  | ShiftScene
  | InfluenceScene
  | ReceptiveFieldScene
  | NetworkScene
  | WeightsScene
  | FlattenScene
  | ShuffleScene
  | EffectiveRatesScene
  | LinesScene
  | PathsScene;
