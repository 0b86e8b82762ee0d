// The people of a running demo, for the scripts beside this one.
async function patient(url, request) {
  const answer = await fetch(url, request);
  if (!answer.headers.has('Retry-After')) return answer;
  await new Promise(done => setTimeout(done, answer.headers.get('Retry-After') * 1000));
  return patient(url, request);
}

export async function signIn(url, username) {
  const answer = await patient(`${url}/api/v1/auth/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: 'Demo-2026-Yanzhou' }),
  });
  if (answer.status !== 200) throw new Error(`${username}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).accessToken;
}

/** A token of each. */
export async function reporters(url) {
  const headers = { Authorization: `Bearer ${await signIn(url, 'sysadmin')}` };
  const answer = await patient(`${url}/api/v1/accounts?role=reporter&limit=100`, { headers });
  return Promise.all((await answer.json()).items.map(account => signIn(url, account.username)));
}
