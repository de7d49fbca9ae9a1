import type { ReactNode } from 'react'

/** One part of the kit, in all its states. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="rounded-card border border-border bg-surface">
      <h2 className="border-border border-b px-4 py-2 font-semibold text-ink text-secondary">{name}</h2>
      <div className="flex flex-col gap-3 p-4">{children}</div>
    </section>
  )
}

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2">{children}</div>
)
