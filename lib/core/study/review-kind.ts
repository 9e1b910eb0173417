/** A review changes the memory; a cram only practises, and neither the memory nor a fit of weights knows of it. */
export type ReviewKind = "review" | "cram";
