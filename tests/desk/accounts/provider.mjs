// The municipality's identity provider, for the tests: oidc-provider with the people that the first argument gives,
// as JSON: {"<login>": {claims}}. Prints its issuer. Whoever types a login that is there is that person.
import { createServer } from "node:http";
import { once } from "node:events";
import Provider from "oidc-provider";

const people = JSON.parse(process.argv[2]);
const callback = process.argv[3];

const server = createServer();
server.listen(0, "127.0.0.1");
await once(server, "listening");
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: "raadslag",
    client_secret: "hemmelighed-til-proever",
    redirect_uris: [callback],
    response_types: ["code"],
    grant_types: ["authorization_code"],
  }],
  pkce: { required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "roles", "realm_access"] },
  cookies: { keys: ["til prøver"] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_ctx, login) => people[login] && { accountId: login, claims: () => ({ sub: login, ...people[login] }) },
});
server.on("request", (request, response) => {
  // The tests change what the provider says of people while it runs.
  if (request.method === "PUT" && request.url.startsWith("/people/")) {
    let body = "";
    request.on("data", (part) => { body += part; });
    request.on("end", () => {
      people[decodeURIComponent(request.url.slice("/people/".length))] = JSON.parse(body);
      response.writeHead(204).end();
    });
    return;
  }
  provider.callback()(request, response);
});
console.log(issuer);
