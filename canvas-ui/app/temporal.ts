type Standard = typeof import('temporal-polyfill').Temporal

/**
 * `Temporal` for the browser: its own, or what `bringTemporal` brings. The build puts this in the place of `temporal-polyfill`, 17 KB
 * that most browsers no longer need.
 */
export let Temporal = (globalThis as { Temporal?: Standard }).Temporal as Standard // TypeScript's library has no name for it yet

/** To be awaited before anything is drawn: fetches the polyfill where the browser has no `Temporal` of its own. */
export async function bringTemporal(): Promise<void> {
  Temporal ??= (await import('temporal-polyfill/implementation')).Temporal
}
