import type { ReactNode } from 'react'
import { Logo } from '../../app/shell.tsx'
import { LANGUAGES, speak, useLanguage } from '../../locale/language.ts'

const NAMES = { 'zh-CN': '简体中文', en: 'English' } as const

/** The page around a form, for who is not signed in. */
export function SignInFrame({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  const language = useLanguage()
  return (
    <div className="flex min-h-dvh flex-col">
      <main className="mx-auto flex w-[min(360px,calc(100vw-32px))] flex-1 flex-col justify-center pb-[12vh]">
        <div className="rounded-card border border-border bg-surface p-6 shadow-rest">
          <Logo />
          <h1 className="mt-4 font-semibold text-ink text-page tracking-[-0.01em]">{title}</h1>
          {note && <p className="mt-1 text-ink-2">{note}</p>}
          {children && <div className="mt-5">{children}</div>}
        </div>
      </main>
      <footer className="flex justify-center gap-1 pb-6 text-secondary">
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === language}
            onClick={() => speak(one)}
            className="h-6 rounded-chip px-2 text-ink-3 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink"
          >
            {NAMES[one]}
          </button>
        ))}
      </footer>
    </div>
  )
}
