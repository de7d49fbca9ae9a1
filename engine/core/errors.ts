/** Something the person who asked can mend: `message` says how, `code` is stable and documented. */
export class UserError extends Error {
  override readonly name = 'UserError'
  constructor(
    readonly code: string,
    message: string,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message)
  }
}
