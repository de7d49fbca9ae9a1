const MOST_TRIES = 5

/** Runs a transaction again, a few times, where PostgreSQL ended it in favour of another: a deadlock or a lost race. */
export async function insist<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if ((code !== '40P01' && code !== '40001') || tries >= MOST_TRIES) throw error
    }
  }
}
