/** The value below which that share of the values lies, between two of them if need be. */
function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.ceil(place)] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);

/** What is published of the values of all rounds. `low` and `high` are the quartiles. */
export function summarize(values) {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}
