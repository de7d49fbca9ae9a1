/** The bare workflow that Temporal's own speed is measured by. */
export async function noop(): Promise<void> {}
