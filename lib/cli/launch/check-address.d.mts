/** Ends the process with one sentence if PORT or HOST cannot be used. */
export declare function checkAddress(): Promise<void>;
