/** Whether letters and digits alone command a page in this browser. Some keyboards and voices press them by accident. */
import { cookies } from "next/headers";

export const keysCookie = "keys";

export const hasSingleKeys = async (): Promise<boolean> => (await cookies()).get(keysCookie)?.value !== "off";
