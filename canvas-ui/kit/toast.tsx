import type { ExternalToast } from 'sonner'
import { later } from './later.tsx'

interface Way {
  readonly label: string
  readonly onClick: () => void
}

interface Notice {
  /** A second line. */
  readonly detail?: string
  /** One way on, such as taking it back. */
  readonly way?: Way
}

const options = ({ detail, way }: Notice): ExternalToast => ({
  ...(detail !== undefined && { description: detail }),
  ...(way && { action: { label: way.label, onClick: way.onClick } }),
})

let ready = () => {}
const shown = new Promise<void>((resolve) => {
  ready = resolve
})

/** Notices need not be there before the page is: what is told sooner waits for them. */
async function tell(kind: 'success' | 'info' | 'error', text: string, how: ExternalToast): Promise<void> {
  await shown
  const { toast } = await import('sonner')
  toast[kind](text, how)
}

/** Tells what happened, at the lower edge, without stopping anybody. What has to be decided is a dialog instead. */
export const toast = {
  done: (text: string, notice: Notice = {}): void => void tell('success', text, options(notice)),
  said: (text: string, notice: Notice = {}): void => void tell('info', text, options(notice)),
  /** Stays until it is closed: it says what is safe and how to go on. */
  failed: (text: string, notice: Notice = {}): void =>
    void tell('error', text, { ...options(notice), duration: Number.POSITIVE_INFINITY, closeButton: true }),
}

const Toasts = later(async () => (await import('./toaster.tsx')).Toasts)

/** Put it once beside the application. */
export const Toaster = () => <Toasts onReady={ready} />
