/** The ground of what floats over the page: menus, lists, popovers. */
export const FLOATING =
  'z-40 animate-rise rounded-card border border-border bg-surface text-body text-ink shadow-dialog outline-none'

/** A line of a menu or list. */
export const LINE =
  'relative flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-body text-ink outline-none data-[disabled]:opacity-50 data-[disabled=true]:opacity-50 data-[disabled=false]:opacity-100'
