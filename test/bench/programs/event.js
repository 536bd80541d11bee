// What all contestants send.
export const event = {
  data: {
    type: "cipipeline_resource_request",
    attributes: {
      resource: {
        level: "job",
        status: "success",
        id: "1",
        name: "test",
        pipeline_name: "deploy",
        pipeline_unique_id: "1",
        url: "https://ci.example/1",
        start: "2021-11-11T11:09:11.007Z",
        end: "2021-11-11T11:09:11.999Z",
      },
    },
  },
};
