import type { Socket } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

interface CaughtMail {
  /** Without its angle brackets. */
  readonly messageId: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string | undefined
  /** By lower-case name, as they came, but unfolded. */
  readonly headers: ReadonlyMap<string, string>
}

type Fault =
  | { at: 'recipient' | 'end'; code: number }
  /** Cuts the connection before the mail comes, or when all of it came, before the answer. */
  | { at: 'before-data' | 'after-data' }

export interface MailCatcher {
  readonly host: string
  readonly port: number
  /** Every mail that came whole, also where its sender was never told. */
  readonly messages: readonly CaughtMail[]
  /** Answers each mail like this from now on; undefined takes them all. */
  fail(fault: Fault | undefined): void
  stop(): Promise<void>
}

/** A real SMTP server on this machine that keeps what it gets, and fails as told. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const messages: CaughtMail[] = []
  const sockets = new Map<number, Socket>()
  let fault: Fault | undefined
  const refusal = (code: number) => Object.assign(new Error('refused, as told'), { responseCode: code })
  const cut = (session: SMTPServerSession) => sockets.get(session.remotePort)?.resetAndDestroy()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: (_, session, done) => {
      if (fault?.at === 'before-data') cut(session)
      else done(fault?.at === 'recipient' ? refusal(fault.code) : null)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (fault?.at === 'end') return done(refusal(fault.code))
        messages.push(await read(Buffer.concat(chunks), session))
        if (fault?.at === 'after-data') cut(session)
        else done()
      })
    },
  })
  server.on('error', () => {}) // a client that goes away
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('the mail catcher has no port')
  return {
    host: '127.0.0.1',
    port: address.port,
    messages,
    fail: (given) => {
      fault = given
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function read(source: Buffer, { envelope }: SMTPServerSession): Promise<CaughtMail> {
  const mail = await simpleParser(source)
  const lines = mail.headerLines.map(
    ({ key, line }) => [key, line.replace(/\r?\n/g, '').replace(/^[^:]+:\s*/, '')] as const,
  )
  return {
    messageId: (mail.messageId ?? '').replace(/^<|>$/g, ''),
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map((to) => to.address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html === false ? undefined : mail.html,
    headers: new Map(lines),
  }
}
