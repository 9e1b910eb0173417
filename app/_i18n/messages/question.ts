import { both } from "../both";

export const question = both({ ko: {}, en: {} });
