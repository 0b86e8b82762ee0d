// What the compose file promises about networks, certificates and secrets:  node compose.mjs SECRETS_FOLDER < config.json
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = process.argv[2];
const { services, networks, secrets } = JSON.parse(readFileSync(0, 'utf8'));
// as whom each of them reads its files
const users = { proxy: 0, database: 999, ledger: 10001 };
const open = (name) => Object.keys(services[name].networks).filter((network) => !networks[network].internal);
const file = (secret) => join(folder, basename(secrets[secret].file));
const openssl = (...args) => execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });
const verify = (name, pem) =>
  openssl('verify', '-CAfile', file('inner_ca'), '-purpose', 'sslserver', '-verify_hostname', name, pem);

// only the proxy reaches outside and is reached from there
assert.deepEqual(Object.keys(services).filter((name) => open(name).length), ['proxy']);
assert.deepEqual(Object.keys(services).filter((name) => services[name].ports), ['proxy']);
assert.deepEqual(Object.keys(services.database.networks), ['inner']);
assert.deepEqual(Object.keys(services.proxy.networks).filter((network) => networks[network].internal), ['front']);

// nothing is said in plain, and everybody is known by name
const { environment } = services.ledger;
const url = new URL(environment.QUARKUS_DATASOURCE_JDBC_URL.replace('jdbc:mysql', 'http'));
assert.equal(url.searchParams.get('sslMode'), 'VERIFY_IDENTITY');
assert.equal(url.searchParams.get('trustCertificateKeyStoreUrl'), 'file:/run/secrets/inner_ca_store');
assert.equal(url.searchParams.get('fallbackToSystemTrustStore'), 'false');
assert.ok(services.database.command.includes('--require-secure-transport=ON'));
assert.equal(environment.QUARKUS_HTTP_SSL_CERTIFICATE_FILES, '/run/secrets/ledger_certificate');
assert.ok(!('QUARKUS_HTTP_INSECURE_REQUESTS' in environment));
assert.equal(environment.QUARKUS_HTTP_PROXY_TRUSTED_PROXIES, services.proxy.networks.front.ipv4_address);
verify(url.hostname, file('database_certificate'));
verify('ledger', file('ledger_certificate'));
assert.throws(() => verify('ledger', file('database_certificate')), /hostname mismatch/);
assert.throws(() => verify(url.hostname, file('ledger_certificate')), /hostname mismatch/);

// a secret is read by one container's user and nobody else
for (const [secret] of Object.entries(secrets)) {
  const { uid, mode } = statSync(file(secret));
  const readers = Object.keys(services).filter((name) => services[name].secrets.some((s) => s.source === secret));
  const secretly = !/BEGIN CERTIFICATE/.test(readFileSync(file(secret), 'latin1')) && secret !== 'inner_ca_store';
  assert.equal((mode & 0o777).toString(8), secretly ? '400' : '444', secret);
  if (secretly) assert.deepEqual(readers.map((name) => users[name]), [uid], secret);
}
assert.equal((statSync(folder).mode & 0o777).toString(8), '711');
assert.equal((statSync(join(folder, 'inner-ca-key.pem')).mode & 0o777).toString(8), '400');
