/** Why the server did not do what it was asked, as its problem document says; `offline` where it was not heard at all. */
export class Problem extends Error {
  override readonly name = 'Problem'
  private constructor(
    /** HTTP status; 0 for `offline`. */
    readonly status: number,
    /** Stable: what programs decide by. */
    readonly code: string,
    /** In English, for logs: people read `useProblemText`. */
    message: string,
    /** The whole document: some problems bring more, such as the draft that is there. */
    readonly document: unknown,
  ) {
    super(message)
  }

  static of(status: number, document: unknown): Problem {
    const text = (name: string, otherwise: string): string => {
      const value = document && typeof document === 'object' ? Reflect.get(document, name) : undefined
      return typeof value === 'string' ? value : otherwise
    }
    return new Problem(status, text('code', 'internal'), text('detail', `HTTP ${status}`), document)
  }

  static offline(): Problem {
    return new Problem(0, 'offline', 'The server cannot be reached.', undefined)
  }
}

/** Whether somebody has to sign in before anything else. */
export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.code === 'signed-out'
