import { Component, type ReactNode } from 'react'
import { ErrorState } from '../kit/error-state.tsx'
import { useMessages } from '../locale/messages.ts'
import { appMessages } from './locale.ts'

/** Keeps the frame when what is in it fails, such as a screen whose file is gone since a new version was installed. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const t = useMessages(appMessages)
  return <ErrorState title={t('screenFailed')} safe={t('screenFailedSafe')} onRetry={() => location.reload()} />
}
