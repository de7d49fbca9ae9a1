import { Connection } from '@temporalio/client'

export interface TemporalAddress {
  /** host:port */
  readonly address: string
  readonly tls: boolean
}

/** The longest pause before looking again for a server that went away; the library's own is two minutes. */
const RECONNECT_MS = 1_000

/** Without interceptors: the client's own retry waits seconds where a closing workflow refuses signals for a moment. */
export const connectClient = ({ address, tls }: TemporalAddress): Promise<Connection> =>
  Connection.connect({
    address,
    tls,
    interceptors: [],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': RECONNECT_MS },
  })
