import { DEMO_PASSWORD, type Character } from '../src/lib/demo/company';

/** Signs somebody of the demo company in. @returns the cookies of the session, as a header */
export async function signIn(url: string, { email }: Pick<Character, 'email'>): Promise<string> {
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { origin: url, accept: 'text/html' },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
    redirect: 'manual'
  });
  if (response.status !== 303) throw new Error(`${email} could not sign in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
