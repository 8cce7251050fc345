# frozen_string_literal: true

# Starts a function in Ruby as Lambda's runtime does: calls its handler with the events that the Runtime API gives out.
# https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
# https://docs.aws.amazon.com/lambda/latest/dg/ruby-context.html

require "json"
require "net/http"

$stdout.sync = $stderr.sync = true

# What a handler gets besides its event.
LambdaContext = Struct.new(:aws_request_id, :invoked_function_arn, :deadline_ms, :identity, :client_context) do
  def get_remaining_time_in_millis
    [deadline_ms - (Time.now.to_f * 1000).to_i, 0].max
  end

  def log_group_name = ENV.fetch("AWS_LAMBDA_LOG_GROUP_NAME", nil)
  def log_stream_name = ENV.fetch("AWS_LAMBDA_LOG_STREAM_NAME", nil)
  def function_name = ENV.fetch("AWS_LAMBDA_FUNCTION_NAME")
  def function_version = ENV.fetch("AWS_LAMBDA_FUNCTION_VERSION")
  def memory_limit_in_mb = ENV.fetch("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").to_i
end

# In a module, since the methods of a handler's file are everybody's.
module LambdaRuntime
  ROOT = "/2018-06-01/runtime"
  # What a handler may raise without an end of its process.
  ERRORS = [StandardError, ScriptError, NoMemoryError, SystemStackError].freeze

  class << self
    def run
      host, port = ENV.fetch("AWS_LAMBDA_RUNTIME_API").split(":")
      @api = Net::HTTP.new(host, port.to_i, nil) # never by a proxy
      @api.read_timeout = nil
      @api.start
      handler = load_handler(ENV.fetch("_HANDLER"))
      loop { answer(handler, @api.get("#{ROOT}/invocation/next")) }
    end

    private

    # The handler that `file.method` or `file.Module::Class.method` names.
    def load_handler(name)
      file, *owner, method = name.split(".")
      $LOAD_PATH.unshift(Dir.pwd)
      require File.expand_path(file)
      (owner.empty? ? Object.new : Object.const_get(owner.first)).method(method)
    rescue *ERRORS => e
      fail_with(e, "Init", "init/error", "Init error when loading handler #{name}")
      exit 1
    end

    def answer(handler, call)
      exit unless call.is_a?(Net::HTTPSuccess)
      ENV["_X_AMZN_TRACE_ID"] = call["Lambda-Runtime-Trace-Id"]
      id, arn, deadline = %w[Aws-Request-Id Invoked-Function-Arn Deadline-Ms].map { |name| call["Lambda-Runtime-#{name}"] }
      context = LambdaContext.new(id, arn, deadline.to_i)
      result = handler.call(event: JSON.parse(call.body), context: context)
      post("invocation/#{id}/response", result)
    rescue *ERRORS => e
      fail_with(e, "Function", "invocation/#{id}/error", "Error raised from handler method")
    end

    def fail_with(error, phase, path, message)
      document = { errorMessage: error.message, errorType: "#{phase}<#{error.class}>", stackTrace: error.backtrace }
      puts message, JSON.pretty_generate(document)
      post(path, document)
    end

    def post(path, answer)
      @api.post("#{ROOT}/#{path}", JSON.generate(answer), "Content-Type" => "application/json")
    end
  end
end

LambdaRuntime.run
