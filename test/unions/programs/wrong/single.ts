// One event with one mistake each: the compiler names the field, and the variant where it can tell.
import { createCIAppPipelineEvent, createClient } from "@clientwright/ci-visibility-pipelines";

const client = createClient();
const time = "2021-11-11T11:09:11.123Z";
const url = "https://ci.example/1";
const part = { id: "1", name: "a part", pipeline_name: "p", pipeline_unique_id: "1", start: time, end: time };
const run = { unique_id: "1", name: "p", url, start: time, partial_retry: false };
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a job without url; names url, CIAppPipelineEventJob
      resource: { ...part, level: "job", status: "success" },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: a misspelt field of a job; names stage_nmae, stage_name
        stage_nmae: "build",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a job that is blocked; names status, CIAppPipelineEventJobStatus
      resource: { ...part, level: "job", url, status: "blocked" },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: a number as the id of a job; names id:, number, string
        id: 1,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: null for a name; names name:, null, string
        name: null,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: seconds since 1970 as a time; names start:, Date
        start: 1_636_628_951,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: a map of tags; names team, string[]
        tags: { team: "backend" },
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: a number in the parameters; names retries:, number
        parameters: { retries: 3 },
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: an error of an unknown domain; names domain:, CIAppCIErrorDomain
        error: { domain: "network" },
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: git without its sha; names git:, sha, CIAppGitInfo
        git: { author_email: "a@example.com", repository_url: url },
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: a text as a queue time; names queue_time:, number
        queue_time: "5",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: one text for a list of dependencies; names dependencies:, string[]
        dependencies: "0",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: the identity of a pipeline in a job; names unique_id, CIAppPipelineEventJob
        unique_id: "1",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: the field of a step in a job; names job_id, CIAppPipelineEventJob
        job_id: "1",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: the field of a pipeline in a job; names partial_retry, CIAppPipelineEventJob
        partial_retry: false,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a stage without pipeline_name; names pipeline_name, CIAppPipelineEventStage
      resource: {
        id: "1",
        name: "s",
        pipeline_unique_id: "1",
        start: time,
        end: time,
        level: "stage",
        status: "error",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a stage without id; names id, CIAppPipelineEventStage
      resource: {
        name: "s",
        pipeline_name: "p",
        pipeline_unique_id: "1",
        start: time,
        end: time,
        level: "stage",
        status: "error",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a stage without end; names end, CIAppPipelineEventStage
      resource: {
        id: "1",
        name: "s",
        pipeline_name: "p",
        pipeline_unique_id: "1",
        start: time,
        level: "stage",
        status: "error",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "stage",
        status: "success",
        // Error: a stage with a url; names url, CIAppPipelineEventStage
        url,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a stage that is blocked; names status, CIAppPipelineEventStageStatus
      resource: { ...part, level: "stage", status: "blocked" },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "stage",
        status: "success",
        // Error: a stage of a stage; names stage_id, CIAppPipelineEventStage
        stage_id: "1",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a step that is canceled; names status, CIAppPipelineEventStepStatus
      resource: { ...part, level: "step", status: "canceled" },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "step",
        status: "success",
        // Error: a step that waits; names queue_time, CIAppPipelineEventStep
        queue_time: 5,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "step",
        status: "success",
        // Error: a step with dependencies; names dependencies, CIAppPipelineEventStep
        dependencies: [],
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a step without name; names name, CIAppPipelineEventStep
      resource: {
        id: "1",
        pipeline_name: "p",
        pipeline_unique_id: "1",
        start: time,
        end: time,
        level: "step",
        status: "error",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "step",
        status: "success",
        // Error: a step with a number for its url; names url:, number
        url: 1,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a finished pipeline without end; names end, CIAppPipelineEventFinishedPipeline
      resource: { ...run, level: "pipeline", status: "success" },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a finished pipeline without partial_retry; names partial_retry, CIAppPipelineEventFinishedPipeline
      resource: {
        unique_id: "1",
        name: "p",
        url,
        start: time,
        end: time,
        level: "pipeline",
        status: "success",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...run,
        level: "pipeline",
        end: time,
        // Error: a status that no pipeline has; names status:, done
        status: "done",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...run,
        level: "pipeline",
        status: "success",
        end: time,
        // Error: the field of a stage in a pipeline; names pipeline_name, CIAppPipelineEventFinishedPipeline
        pipeline_name: "p",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...run,
        level: "pipeline",
        status: "success",
        end: time,
        // Error: an attempt without its id; names previous_attempt:, id, CIAppPipelineEventPreviousPipeline
        previous_attempt: { url },
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        unique_id: "1",
        name: "p",
        url,
        start: time,
        end: time,
        level: "pipeline",
        status: "error",
        // Error: a text as partial_retry; names partial_retry:, boolean
        partial_retry: "no",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...run,
        level: "pipeline",
        status: "running",
        // Error: a running pipeline with end; names end, CIAppPipelineEventInProgressPipeline
        end: time,
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a running pipeline without url; names url, CIAppPipelineEventInProgressPipeline
      resource: {
        unique_id: "1",
        name: "p",
        start: time,
        partial_retry: false,
        level: "pipeline",
        status: "running",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...run,
        level: "pipeline",
        status: "running",
        // Error: a running pipeline of a stage; names stage_name, CIAppPipelineEventInProgressPipeline
        stage_name: "s",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: no level; names level
      resource: { ...part, status: "success", url },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        status: "success",
        url,
        // Error: an unknown level; names level:, workflow
        level: "workflow",
      },
    },
  },
});
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a pipeline without status; names status
      resource: { ...run, level: "pipeline", end: time },
    },
  },
});
