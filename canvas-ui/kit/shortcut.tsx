/** Keys as they are pressed, such as `Ctrl K`. */
export function Shortcut({ keys }: { keys: string }) {
  return (
    <kbd className="rounded-[3px] border border-border bg-surface-2 px-1 font-sans text-meta font-medium text-ink-3">
      {keys}
    </kbd>
  )
}
