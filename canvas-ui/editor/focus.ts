const CONTROLS = 'input, textarea, select, button:not(:disabled), a[href], [tabindex="0"]'

/** Gives the focus to the setting at a path, or to what it is a part of; without one, or where it is not to be seen, to the name. */
export function focusSetting(page: Document, field: string | undefined): void {
  const panel = page.querySelector('[data-settings]')
  const parts = field?.split('.') ?? []
  for (let length = parts.length; length > 0; length -= 1) {
    const place = panel?.querySelector(`[data-field="${CSS.escape(parts.slice(0, length).join('.'))}"]`)
    const control =
      place?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? place?.querySelector<HTMLElement>(CONTROLS)
    if (!control) continue
    control.focus()
    return
  }
  const name = panel?.querySelector('input')
  name?.focus()
  name?.select()
}

/**
 * Gives the focus to the region after that which has it, or before: regions are marked by `data-region`, in the order of
 * the page. Of the canvas, the chosen node gets it.
 */
export function focusRegion(page: Document, step: 1 | -1): void {
  const regions = [...page.querySelectorAll<HTMLElement>('[data-region]')]
  const at = regions.findIndex((region) => region.contains(page.activeElement))
  const from = at < 0 && step < 0 ? 0 : at
  for (let n = 1; n <= regions.length; n += 1) {
    const region = regions.at((from + n * step) % regions.length)
    const control =
      region?.querySelector<HTMLElement>('.react-flow__node.selected') ??
      region?.querySelector<HTMLElement>('.react-flow__node') ??
      region?.querySelector<HTMLElement>(CONTROLS)
    if (!control) continue
    control.focus()
    return
  }
}
