import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from "d3-shape";
import type { Method } from "@/lib/core/compute/effective-rates-program";

/** The fixed marker of each optimizer: with colour and dash it is the same everywhere. */
const shapes: Record<Method, { of: Parameters<typeof symbol>[0]; turn?: number }> = {
  sgd: { of: symbolCircle },
  momentum: { of: symbolSquare },
  nag: { of: symbolDiamond },
  adagrad: { of: symbolTriangle },
  adadelta: { of: symbolTriangle, turn: 180 },
  rmsprop: { of: symbolCross },
  adam: { of: symbolStar },
};

export const colourOf = (method: Method) => `var(--d-${method})`;
export const dashOf = (method: Method) => `var(--d-${method}-dash, none)`;

export function Marker({ method, x, y }: { method: Method; x: number; y: number }) {
  const { of, turn = 0 } = shapes[method];
  const outline = symbol(of, 62)() ?? "";
  return <path d={outline} transform={`translate(${x} ${y}) rotate(${turn})`} fill={colourOf(method)} />;
}
