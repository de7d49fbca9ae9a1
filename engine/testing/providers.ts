import { type FakeService, startFakeService } from './fake-service.ts'
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts'

/** All that a journey of every node type has outside: who takes its mail, and a service that it calls. */
export interface Providers extends MailCatcher {
  readonly service: FakeService
}

export async function startProviders(): Promise<Providers> {
  const [mail, service] = await Promise.all([startMailCatcher(), startFakeService()])
  const stop = async () => {
    await Promise.all([mail.stop(), service.stop()])
  }
  return { ...mail, service, stop }
}
