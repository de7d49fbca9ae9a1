import { isSignedOut } from '../api/problem.ts'
import { useProblemText } from '../api/problem-text.ts'
import { toast } from '../kit/toast.tsx'

/** Tells why something was not done; that the session has ended is told by who asks to sign in again. */
export function useFailed(): (error: unknown) => void {
  const problemText = useProblemText()
  return (error) => {
    if (!isSignedOut(error)) toast.failed(problemText(error))
  }
}
