import { destination, type Level, type Logger, pino, stdSerializers } from 'pino'
import type { Work } from '../runtime/work.ts'

/** What could hold a key or somebody's data, wherever it turned up in a log line. */
const PERSONAL = [
  'authorization',
  'password',
  'token',
  'cookie',
  'writeKey',
  'userId',
  'anonymousId',
  'email',
  'phone',
  'traits',
  'properties',
  'attributes',
]

/** Without the query, and without the token of an invitation's page. */
const pathOf = (url: string) => url.split('?')[0]?.replace(/^\/invitation\/.*/, '/invitation/[removed]')

/**
 * Lines of JSON on standard error. Of a request only method, path and status are told: no address, no header, no query, no
 * body. Of an error only its kind and its stack: what PostgreSQL adds to one can hold a member's data.
 */
export const openLog = (level: Level): Logger =>
  pino(
    {
      level,
      redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
      serializers: {
        req: ({ method, url }: { method: string; url: string }) => ({ method, path: pathOf(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: (error: Error) => {
          const { type, stack } = stdSerializers.err(error)
          return { type, stack, ...('code' in error ? { code: error.code } : {}) }
        },
      },
    },
    destination(2),
  )

/** Work whose failures are logged before the driver tries again. */
export function loggedWork(work: Work, log: Logger): Work {
  const logged =
    <A extends unknown[], R>(what: string, run: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      run(...args).catch((error: unknown) => {
        log.error({ err: error, what, target: args[0] }, `${what} failed and will be tried again`)
        throw error
      })
  return {
    advance: logged('advance', work.advance),
    deliver: logged('deliver', work.deliver),
    tick: logged('tick', work.tick),
  }
}
