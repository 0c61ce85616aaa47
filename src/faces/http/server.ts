import Fastify, { LogController, type FastifyInstance } from "fastify";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Logger } from "pino";
import { answerErrors, noSuchAddress } from "./errors.ts";
import { answerProblem } from "./problems.ts";

/**
 * The bare server: limits, headers, logs without words, and the compilers that make schemas into validation. Once
 * `stopping`, each answer asks for its connection to be closed.
 */
export async function openServer(log: Logger, stopping?: AbortSignal): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    // What is wrong before there is a route gets no hooks, and so none of the usual headers.
    frameworkErrors: (_, request, reply) => {
      reply
        .header("x-content-type-options", "nosniff")
        .header("content-security-policy", "default-src 'none'");
      void answerProblem(request, reply, noSuchAddress);
    },
    trustProxy: "loopback",
    bodyLimit: 1 << 20,
    // Who is being answered gets the answer; only connections on which nothing is asked are ended at once.
    forceCloseConnections: "idle",
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200 },
    logController: new LogController({ disableRequestLogging: true }),
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  readJson(app);
  app.addHook("onSend", async (_, reply) => void (stopping?.aborted && reply.header("connection", "close")));
  app.addHook("onResponse", async (request, reply) => {
    // The route's pattern, never the address: an address can hold a customer's secret.
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "answered",
    );
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Redress",
        version: "1",
        description:
          "Customer complaints and the promises of the policy. Writes take Idempotency-Key and If-Match.",
      },
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer" },
          session: { type: "apiKey", in: "cookie", name: "redress_session" },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: 6000,
    timeWindow: "1 minute",
    allowList: (request) => request.url.startsWith("/desk/assets/") || request.url === "/healthz",
  });
  app.get("/api/v1/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  return app;
}

/** Takes no more requests and finishes those under way; after `over` they are cut off. Answers how many that were. */
export async function closeServer(app: FastifyInstance, over: AbortSignal): Promise<number> {
  let cut = 0;
  const cutOff = () =>
    app.server.getConnections((_, count) => {
      cut = count;
      app.server.closeAllConnections();
    });
  over.addEventListener("abort", cutOff, { once: true });
  await app.close();
  return cut;
}

/** Bodies are UTF-8 or they are refused: a character that was replaced silently would be a word that nobody said. */
function readJson(app: FastifyInstance): void {
  const unreadable = () => Object.assign(new Error("unreadable body"), { statusCode: 400 });
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(body as Buffer);
      done(null, text.trim() === "" ? {} : JSON.parse(text));
    } catch {
      done(unreadable());
    }
  });
}
