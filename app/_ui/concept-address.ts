/** Where a concept is looked at closely; the course is named only where there are several. */
export const conceptAddress = (concept: string, course: string | null): string =>
  `/concepts?${new URLSearchParams({ ...(course !== null && { course }), concept })}#concept`;
